using ConnectingPeople.Domain.Forms;
using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.CheckIns;

/// <summary>Reminds, gently and seldom, a person whose answer is awaited.</summary>
public static class Reminding
{
    /// <summary>Sends the reminder that is due, at most one at a time.</summary>
    public static Decision Remind(Decision decision, Instant now, Study study)
    {
        Participant person = decision.Person;
        if (person.Conversation is not { } checkIn || DueAt(person, checkIn, study) is not { } due || due > now
            || !Allowance.MaySend(person, now, study.Sending)
            || study.QuestionnaireOf(checkIn)?.Find(checkIn.Question!) is not { } question)
        {
            return decision;
        }

        CheckIn reminded = checkIn with { Reminders = checkIn.Reminders + 1, LastWordAt = now, Texted = person.Profile.Channel == Channel.Sms ? question.Id : null };
        FormEmail? email = reminded.Texted is null ? FormEmails.Remind(person, reminded, study) : null;
        string text = email?.Text ?? Conversation.Say(study.Messages.Reminder, person, Conversation.Ask(question, checkIn, person));
        return Sending.Claim(decision.With(reminded), reminded, "remind", reminded.Reminders, text, now, email?.Subject);
    }

    /// <summary>When the next reminder of the conversation may go.</summary>
    /// <returns>Null when none is left, none is wanted, or the hours allow none before the conversation ends.</returns>
    public static Instant? DueAt(Participant person, CheckIn checkIn, Study study)
    {
        IReadOnlyList<Period> reminders = RemindersOf(checkIn, study);
        if (!person.MayBeWrittenTo || checkIn.Quiet || checkIn.Question is null || checkIn.Reminders >= reminders.Count
            || checkIn.SentAt is not { } sent)
        {
            return null;
        }

        Instant lastWord = checkIn.FirstReplyAt is null ? sent : checkIn.LastWordAt ?? sent;
        Instant wanted = Occurrences.After(lastWord, reminders[checkIn.Reminders], person.Profile.Zone());
        Instant possible = Allowance.SendsFrom(person, wanted, study.Sending);
        return possible < checkIn.TalksUntil ? possible : null;
    }

    private static IReadOnlyList<Period> RemindersOf(CheckIn checkIn, Study study) => checkIn.Wave is { } wave
        ? study.Waves.FirstOrDefault(definition => definition.Id == wave)?.RemindAfter ?? []
        : study.CheckIns.FirstOrDefault(schedule => checkIn.Id.StartsWith(schedule.Id + "-", StringComparison.Ordinal))?.RemindAfter ?? [];
}
