using System.Text.Json;

namespace ConnectingPeople.Functions.OpenApi;

/// <summary>A body: what kind, and what it is made of.</summary>
/// <param name="MediaType">Such as <c>text/html</c>.</param>
/// <param name="Types">What is written to JSON or read from it, any of these; none for a body that is no JSON.</param>
public sealed record Content(string MediaType, params IReadOnlyList<Type> Types)
{
    private static readonly JsonSerializerOptions AsNamed = new();

    /// <summary>The fields of one of our own pages' forms: the page has them, with a proof that it was ours.</summary>
    public static Content AnyForm { get; } = new("application/x-www-form-urlencoded", typeof(IReadOnlyDictionary<string, string>)) { Options = AsNamed };

    /// <summary>How it is written; null for the way the app writes JSON.</summary>
    public JsonSerializerOptions? Options { get; init; }

    /// <summary>Whether it may hold more than we read, as what providers send may.</summary>
    public bool IsOpen { get; init; }

    public static Content Json<T>(JsonSerializerOptions? options = null) => new("application/json", typeof(T)) { Options = options };

    /// <summary>A form with fields that are named as the record names them.</summary>
    public static Content Form<T>() => new("application/x-www-form-urlencoded", typeof(T)) { Options = AsNamed };
}

/// <summary>An answer when all is well.</summary>
/// <param name="Status">Such as 200.</param>
/// <param name="Description">What it holds.</param>
/// <param name="Contents">The kinds that it may be of; none for an answer without a body.</param>
public sealed record Reply(int Status, string Description, params IReadOnlyList<Content> Contents)
{
    /// <summary>The browser is led on to the page that shows what became of a form.</summary>
    public static Reply GoOn { get; } = new(StatusCodes.Status303SeeOther, "Done: the page that shows it is at Location") { HasLocation = true };

    /// <summary>A browser in which nobody is signed in is sent there, and back.</summary>
    public static Reply SignIn { get; } = new(StatusCodes.Status302Found, "Nobody is signed in: the way to sign in, and back, is at Location") { HasLocation = true };

    /// <summary>Whether the answer names an address.</summary>
    public bool HasLocation { get; init; }

    public static Reply Ok<T>(string description, JsonSerializerOptions? options = null) => new(StatusCodes.Status200OK, description, Content.Json<T>(options));

    public static Reply Html(string description) => new(StatusCodes.Status200OK, description, new Content("text/html"));
}
