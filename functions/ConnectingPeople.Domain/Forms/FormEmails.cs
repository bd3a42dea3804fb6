using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.Forms;

/// <summary>Words of the emails that lead to a form.</summary>
public static class FormEmails
{
    /// <summary>The first message of a check-in.</summary>
    public static FormEmail Invite(Participant person, CheckIn checkIn, Study study) =>
        Write(person, checkIn, study, study.Messages.Email.Subject, study.Messages.Email.Invitation);

    /// <summary>A reminder of it.</summary>
    public static FormEmail Remind(Participant person, CheckIn checkIn, Study study) =>
        Write(person, checkIn, study, study.Messages.Email.ReminderSubject, study.Messages.Email.Reminder);

    private static FormEmail Write(Participant person, CheckIn checkIn, Study study, MessageText subject, MessageText text)
    {
        int questions = FormState.Of(person, checkIn, study).Questions.Count(question => question.Answer is null);
        TextValues values = new(FirstName.Token, Link: FormLink.Token, Questions: questions.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return new FormEmail(subject.In(person.Profile.Language, values), text.In(person.Profile.Language, values));
    }
}

/// <summary>An email as it is stored.</summary>
/// <param name="Subject">Nothing private stands in it.</param>
/// <param name="Text">With <see cref="FirstName.Token"/> for the name and <see cref="FormLink.Token"/> for the link, paragraphs apart by an empty line.</param>
public sealed record FormEmail(string Subject, string Text);
