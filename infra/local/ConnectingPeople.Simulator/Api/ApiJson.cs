using ConnectingPeople.Simulator.Cohort;
using ConnectingPeople.Simulator.Failures;
using ConnectingPeople.Simulator.Twilio;

namespace ConnectingPeople.Simulator.Api;

/// <summary>What may be set about a phone; what's left out stays.</summary>
public sealed record PhoneJson(string? Name, Behaviour? Behaviour);

/// <summary>What a person types.</summary>
public sealed record TypedJson(string Text, IReadOnlyList<Uri>? Media);

/// <summary>A failure on purpose; without <paramref name="To"/> for all, without <paramref name="Times"/> until cleared.</summary>
public sealed record FailureJson(string? To, string Failure, int? Times)
{
    public static FailureJson Of(PlannedFailure planned) => new(planned.Address, planned.Failure.Id, planned.Times);
}

/// <summary>Whether Twilio obeys STOP by itself.</summary>
public sealed record OptOutJson(bool Handled);

/// <summary>A message in a phone's thread.</summary>
public sealed record TextJson(string Sid, string Direction, string Status, string Body, Instant At, int? ErrorCode, string? Trouble)
{
    public static TextJson Of(TwilioMessage message) =>
        new(message.Sid, message.Direction.Word(), message.Status.Word(), message.Body, message.CreatedAt, message.ErrorCode, message.Trouble);
}
