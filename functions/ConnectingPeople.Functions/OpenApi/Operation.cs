using ConnectingPeople.Functions.Access;

namespace ConnectingPeople.Functions.OpenApi;

/// <summary>
/// What the document says of an HTTP function beyond its address, which it takes from the code. Each feature declares its own beside its
/// functions, in <c>{Feature}Operations.cs</c>.
/// </summary>
/// <param name="Function">The function's name.</param>
/// <param name="Summary">What it does, in a few words.</param>
public sealed record Operation(string Function, string Summary)
{
    /// <summary>Where a function answers several methods each has its own words; null where it answers one.</summary>
    public string? Method { get; init; }

    /// <summary>What one needs to know beyond the summary.</summary>
    public string? Description { get; init; }

    /// <summary>Any of these will do; none where it is for anybody, or for whoever has the proof.</summary>
    public IReadOnlyList<Role> Roles { get; init; } = [];

    /// <summary>The scheme by which a provider's calls are proven; null where none calls.</summary>
    public string? Proof { get; init; }

    public IReadOnlyList<QueryField> Query { get; init; } = [];

    /// <summary>What may be sent; null for nothing.</summary>
    public Content? Takes { get; init; }

    /// <summary>Whether it may be called without what may be sent.</summary>
    public bool TakesNothingToo { get; init; }

    /// <summary>What it answers when all is well.</summary>
    public IReadOnlyList<Reply> Answers { get; init; } = [];

    /// <summary>With which status codes it may refuse, beyond those that every operation of its kind may.</summary>
    public IReadOnlyList<int> Refuses { get; init; } = [];

    /// <summary>Whether it is a page: its refusals are pages, too, and nobody is sent to sign in.</summary>
    public bool IsPage { get; init; }

    /// <summary>A page that one opens.</summary>
    public static Operation Page(string function, string summary, params IReadOnlyList<Role> roles) => new(function, summary)
    {
        Roles = roles,
        IsPage = true,
        Answers = [Reply.Html("The page")],
    };

    /// <summary>A form of a page: its answer leads on to a page.</summary>
    public static Operation Form(string function, string summary, params IReadOnlyList<Role> roles) => new(function, summary)
    {
        Roles = roles,
        IsPage = true,
        Takes = Content.AnyForm,
        Answers = [Reply.GoOn],
        Refuses = [404],
    };

    public bool IsOf(HttpRoute route) => Function == route.Function && (Method is null || Method == route.Method);
}

/// <summary>Something that may stand in an address behind the question mark.</summary>
public sealed record QueryField(string Name, string Description)
{
    /// <summary>Where a list goes on; clients follow <c>next</c> and needn't know it.</summary>
    public static QueryField After { get; } = new("after", "Where the page before ended: follow next instead of making one up.");

    /// <summary>What it may be; empty for any text.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];
}
