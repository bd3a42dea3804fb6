namespace ConnectingPeople.Simulator.Failures;

/// <summary>What becomes of a message that is made to fail.</summary>
public enum FailureKind
{
    /// <summary>The provider answers with an HTTP error and takes nothing.</summary>
    HttpError,

    /// <summary>Twilio refuses it with an error code of its own.</summary>
    Refused,

    /// <summary>It is accepted, listed and delivered, but the caller never gets the answer.</summary>
    NoAnswer,

    /// <summary>It is accepted, and later reported as undelivered with an error code.</summary>
    Undelivered,

    /// <summary>An email is accepted, and later reported as bounced. Texts don't know it.</summary>
    Bounced,
}

/// <summary>A way for a provider to fail.</summary>
/// <param name="Id">What scripts call it.</param>
/// <param name="Label">What the page calls it.</param>
/// <param name="Code">An HTTP status or a Twilio error code; 0 where neither applies.</param>
public sealed record Failure(string Id, string Label, FailureKind Kind, int Code)
{
    public static readonly Failure TooManyRequests = new("429", "Too many requests (429)", FailureKind.HttpError, 429);
    public static readonly Failure ServerError = new("500", "Provider's server error (500)", FailureKind.HttpError, 500);
    public static readonly Failure Unavailable = new("503", "Provider unavailable (503)", FailureKind.HttpError, 503);
    public static readonly Failure NoAnswer = new("no-answer", "Accepted, but no answer (time-out)", FailureKind.NoAnswer, 0);
    public static readonly Failure Unreachable = new("30003", "Undelivered: phone switched off (30003)", FailureKind.Undelivered, 30003);
    public static readonly Failure UnknownNumber = new("30005", "Undelivered: unknown number (30005)", FailureKind.Undelivered, 30005);
    public static readonly Failure Landline = new("30006", "Undelivered: landline or barred (30006)", FailureKind.Undelivered, 30006);
    public static readonly Failure Filtered = new("30007", "Undelivered: filtered by the carrier (30007)", FailureKind.Undelivered, 30007);
    public static readonly Failure OptedOut = new("21610", "Refused: opted out (21610)", FailureKind.Refused, 21610);
    public static readonly Failure InvalidNumber = new("21211", "Refused: invalid number (21211)", FailureKind.Refused, 21211);
    public static readonly Failure NotMobile = new("21614", "Refused: not a mobile (21614)", FailureKind.Refused, 21614);

    public static readonly Failure Bounce = new("bounce", "Email bounces: nobody there (550)", FailureKind.Bounced, 550);

    public static IReadOnlyList<Failure> All { get; } =
    [
        TooManyRequests, ServerError, Unavailable, NoAnswer, Unreachable, UnknownNumber, Landline, Filtered, OptedOut, InvalidNumber, NotMobile, Bounce,
    ];

    public static Failure? Find(string? id) => All.FirstOrDefault(failure => failure.Id == id);
}
