using System.Globalization;

namespace ConnectingPeople.Domain.FollowUps.Disclosure;

/// <summary>How a count may be shown.</summary>
public enum Showing
{
    /// <summary>As it is.</summary>
    Exact,

    /// <summary>As <c>&lt;5</c>: it is one to four.</summary>
    Small,

    /// <summary>Not at all, since it would give a small one away. It is five or more, or small itself where even that would tell too much.</summary>
    Withheld,
}

/// <summary>A count as it may be shown. One that is kept back isn't in here at all.</summary>
public readonly record struct ShownCount
{
    private ShownCount(Showing showing, long? value) => (Showing, Value) = (showing, value);

    public Showing Showing { get; }

    /// <summary>Null for one that is kept back.</summary>
    public long? Value { get; }

    public static ShownCount Small { get; } = new(Showing.Small, null);

    public static ShownCount Withheld { get; } = new(Showing.Withheld, null);

    public static ShownCount Exact(long count) => new(Showing.Exact, count);

    /// <summary>This in per cent of a whole; null unless both are shown and the whole isn't nought.</summary>
    public double? PercentOf(ShownCount whole) => Value is { } part && whole.Value is { } all and > 0 ? 100.0 * part / all : null;

    /// <summary>Such as <c>1,204</c>, <c>&lt;5</c> or <c>withheld</c>.</summary>
    public override string ToString() => Showing switch
    {
        Showing.Exact => Value!.Value.ToString("N0", CultureInfo.InvariantCulture),
        Showing.Small => string.Create(CultureInfo.InvariantCulture, $"<{Suppression.Threshold}"),
        _ => "withheld",
    };
}
