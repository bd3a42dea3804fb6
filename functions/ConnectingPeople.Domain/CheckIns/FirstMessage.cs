using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.CheckIns;

/// <summary>The first message that somebody would get, found by playing their course forward: nothing is stored or sent.</summary>
/// <param name="At">When it would go.</param>
/// <param name="Text">What it would say, with <see cref="FirstName.Token"/> for the name.</param>
public sealed record FirstMessage(Instant At, string Text)
{
    /// <summary>More wake-ups than any course has before its first message.</summary>
    private const int MaxWakeUps = 50;

    /// <summary>Plays a person's course from <paramref name="now"/> on.</summary>
    /// <returns>Null when nothing would be sent within fifty wake-ups.</returns>
    public static FirstMessage? Of(Participant person, Instant now, Study study)
    {
        for (int wakeUps = 0; wakeUps < MaxWakeUps && Waking.Next(new Decision(person), now, study) is { } next; wakeUps++)
        {
            Decision decision = Waking.Decide(person, next, study);
            if (decision.Send is [Outgoing first, ..])
            {
                return new FirstMessage(next, first.Text);
            }

            (person, now) = (decision.Person, next);
        }

        return null;
    }
}
