using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Forms;
using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.Alerts;

namespace ConnectingPeople.Functions.Participants;

/// <summary>Something that happened, as the participant's page tells it.</summary>
/// <param name="At">When.</param>
/// <param name="Text">The words of a message or note; the facts of an alert.</param>
/// <param name="Facts">What is known about it, a short sentence each.</param>
public abstract record TimelineEntry(Instant At, string Text, IReadOnlyList<string> Facts);

/// <summary>A message from us.</summary>
public sealed record OurWords(Instant At, string Text, IReadOnlyList<string> Facts) : TimelineEntry(At, Text, Facts);

/// <summary>A message from them.</summary>
/// <param name="IsWorrying">Whether it holds a risk phrase.</param>
public sealed record TheirWords(Instant At, string Text, IReadOnlyList<string> Facts, bool IsWorrying) : TimelineEntry(At, Text, Facts);

/// <summary>An alert that was raised.</summary>
public sealed record AlertRaised(Instant At, string Text, IReadOnlyList<string> Facts, AlertItem Alert) : TimelineEntry(At, Text, Facts);

/// <summary>A note of staff.</summary>
public sealed record NoteWritten(Instant At, string Text, string By) : TimelineEntry(At, Text, []);

/// <summary>Answers that were given in an interview or form.</summary>
public sealed record AnswersGiven(Instant At, string Text, IReadOnlyList<string> Facts) : TimelineEntry(At, Text, Facts);

/// <summary>Messages, answers, alerts and notes in one line of time.</summary>
public sealed class Timeline(WholeParticipant whole, Study study)
{
    private readonly string name = whole.Contact is { } contact ? FirstName.Of(contact.Name) : "[first name]";

    /// <summary>All that happened, newest first.</summary>
    public IReadOnlyList<TimelineEntry> Entries =>
    [
        .. whole.Messages.Where(message => message.At is not null).SelectMany(Of)
            .Concat(whole.Alerts.Select(Of))
            .Concat(whole.Notes.Select(note => new NoteWritten(note.At, note.Text, note.By)))
            .Concat(whole.CheckIns.SelectMany(Interviews))
            .Reverse().OrderByDescending(entry => entry.At),
    ];

    private IEnumerable<TimelineEntry> Of(MessageRow message)
    {
        Instant at = Instant.FromDateTimeOffset(message.At!.Value);
        if (message.Direction != "in")
        {
            yield return new OurWords(at, FirstName.PutInto(message.Text, name), [TimelineWords.OfDelivery(message.Status)]);
            yield break;
        }

        yield return new TheirWords(at, message.Text, [.. Understood(message, at)], message.Risk == true);
        if (message.Reply is { Length: > 0 } reply)
        {
            yield return new OurWords(at, FirstName.PutInto(reply, name), ["Our direct reply"]);
        }
    }

    private IEnumerable<string> Understood(MessageRow message, Instant at)
    {
        if ((message.Risk != true || message.Outcome == FormAnswering.NoAnswer) && TimelineWords.OfOutcome(message.Outcome) is { } outcome)
        {
            yield return outcome;
        }

        if (whole.CheckIns.FirstOrDefault(checkIn => checkIn.Id == message.CheckIn) is { } checkIn)
        {
            foreach (Answer answer in Said(checkIn).Where(answer => answer.At == at && answer is { Outcome: AnswerOutcome.Answered, Value: not null }))
            {
                yield return Say(answer, checkIn);
            }
        }
    }

    private static AlertRaised Of(AlertItem alert) => new(
        alert.RaisedAt,
        alert.Summary,
        [.. new[] { Done("Acknowledged", alert.AcknowledgedBy), Done("Resolved", alert.ResolvedBy), alert.ResolvedWhy }.OfType<string>()],
        alert);

    private static string? Done(string what, string? by) => by is null ? null : $"{what} by {by}";

    private static IEnumerable<Answer> Said(CheckIn checkIn) => checkIn.Answers.Concat(checkIn.Overridden);

    private static string Say(Answer answer, CheckIn checkIn) =>
        $"{TimelineWords.Of(answer)}{(checkIn.Overridden.Contains(answer) ? TimelineWords.WhyNotCounted(answer, checkIn) : "")}";

    private IEnumerable<TimelineEntry> Interviews(CheckIn checkIn) => Said(checkIn)
        .Where(answer => answer.Source != AnswerSource.Sms)
        .GroupBy(answer => (answer.At, answer.Source))
        .Select(given => new AnswersGiven(
            given.Key.At,
            $"{given.Count()} of {study.QuestionnaireOf(checkIn)?.Questions.Count ?? given.Count()} questions answered in {TimelineWords.Of(given.Key.Source)}",
            [.. given.Where(answer => answer.Value is not null).Select(answer => Say(answer, checkIn))]));
}
