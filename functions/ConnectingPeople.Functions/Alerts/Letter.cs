using ConnectingPeople.Domain.Alerts;

namespace ConnectingPeople.Functions.Alerts;

/// <summary>A message to a member of staff, ready for either way.</summary>
/// <param name="Subject">Of the email: nobody's business stands in it beyond a first name and a pseudonym.</param>
/// <param name="Text">The email without HTML.</param>
/// <param name="Html">The email.</param>
/// <param name="Sms">The text message, as reserved as the subject.</param>
/// <param name="TellsOf">The alerts that stand in it.</param>
public sealed record Letter(string Subject, string Text, string Html, string Sms, IReadOnlyList<WaitingAlert> TellsOf)
{
    public override string ToString() => "a letter";
}
