using ConnectingPeople.Simulator.SendGrid;

namespace ConnectingPeople.Simulator.Cohort;

/// <summary>Somebody whose answers come from a course of their own, as <see cref="Behaviour.Living"/> plays it.</summary>
public interface ILife
{
    /// <param name="text">What the phone shows.</param>
    /// <param name="now">The study's time.</param>
    /// <returns>What they write back, or null.</returns>
    Reply? ToText(string text, Instant now);

    /// <returns>How long after this email came they open the form that it leads to, or null.</returns>
    Duration? ToEmail(Email email);

    /// <param name="question">The question's id, as the form's address names it.</param>
    /// <param name="now">The study's time.</param>
    /// <returns>The fields of the form with what they enter, or null where they'd rather not say.</returns>
    IReadOnlyList<KeyValuePair<string, string>>? InForm(string question, Instant now);
}

/// <summary>What somebody writes, and how long after they were asked.</summary>
public sealed record Reply(string Text, Duration After = default);
