using ConnectingPeople.Simulator.Phones;
using ConnectingPeople.Simulator.Twilio;

namespace ConnectingPeople.Simulator.Cohort;

/// <summary>Plays the scripted people: each answers as a message arrives, so that moving the clock makes a study unfold.</summary>
public sealed class CohortPlayer(SimulatorOptions options, PhoneBook phones, Lives lives)
{
    /// <summary>Nobody writes more in an hour: should the study and a scripted person ever talk in circles, this ends it.</summary>
    private const int MaxRepliesAnHour = 20;

    /// <returns>What the person answers and when, or null.</returns>
    public Reply? ReplyTo(TwilioMessage shown, IReadOnlyList<TwilioMessage> thread)
    {
        Behaviour behaviour = phones.At(shown.Phone).Behaviour;
        if (behaviour is Behaviour.Typed or Behaviour.Silent || IsTired(thread, shown.UpdatedAt))
        {
            return null;
        }

        if (behaviour is Behaviour.Living && lives.At(shown.Phone) is { } life)
        {
            return life.ToText(shown.Body, shown.UpdatedAt);
        }

        return Answers.IsAsked(shown.Body) && Scripted(behaviour, shown, thread) is string text ? new Reply(text) : null;
    }

    private string? Scripted(Behaviour behaviour, TwilioMessage shown, IReadOnlyList<TwilioMessage> thread)
    {
        int question = thread.TakeWhile(message => message.Sid != shown.Sid).Count(message => Asks(message)) + 1;
        return behaviour.Reply(question, shown.Body, new Chance(options.Seed, shown.Phone, question));
    }

    private static bool Asks(TwilioMessage message) => !message.IsInbound && message.IsOnPhone && Answers.IsAsked(message.Body);

    private static bool IsTired(IReadOnlyList<TwilioMessage> thread, Instant now) =>
        thread.Reverse().TakeWhile(message => message.CreatedAt > now - Duration.FromHours(1)).Count(message => message.IsInbound) >= MaxRepliesAnHour;
}
