using System.Globalization;
using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.Privacy;

/// <summary>Takes what people wrote in their own words out of what is stored, and leaves the codes, numbers and times.</summary>
public static class OwnWords
{
    /// <summary>How many pieces of people's own words stand in a check-in: replies as they came, and answers that are text.</summary>
    public static int In(CheckIn checkIn) => checkIn.Answers.Concat(checkIn.Overridden).Count(answer => answer.Raw is not null);

    /// <summary>The same check-in without them.</summary>
    /// <remarks>
    /// It is made anew from what is known to be no words, not copied without some: whatever a check-in may hold in days to come is
    /// left out until somebody says here that it isn't anybody's words.
    /// </remarks>
    public static CheckIn Without(CheckIn checkIn, Study study)
    {
        Questionnaire? questionnaire = study.QuestionnaireOf(checkIn);
        return new CheckIn
        {
            Id = checkIn.Id,
            Questionnaire = checkIn.Questionnaire,
            Version = checkIn.Version,
            Wave = checkIn.Wave,
            Goal = checkIn.Goal,
            DueAt = checkIn.DueAt,
            TalksUntil = checkIn.TalksUntil,
            ClosesAt = checkIn.ClosesAt,
            SentAt = checkIn.SentAt,
            LastWordAt = checkIn.LastWordAt,
            FirstReplyAt = checkIn.FirstReplyAt,
            CompletedAt = checkIn.CompletedAt,
            ClosedAt = checkIn.ClosedAt,
            Status = checkIn.Status,
            Reminders = checkIn.Reminders,
            Quiet = checkIn.Quiet,
            Undelivered = checkIn.Undelivered,
            Question = checkIn.Question,
            Misunderstood = checkIn.Misunderstood,
            Answers = Without(checkIn.Answers, questionnaire),
            Overridden = Without(checkIn.Overridden, questionnaire),
        };
    }

    /// <summary>How many pieces of staff's own words stand in an alert: what they wrote when it was dealt with.</summary>
    public static int In(Alert alert) => alert.Steps.Count(IsInOwnWords);

    /// <summary>The same alert without them: who did what when stays.</summary>
    public static Alert Without(Alert alert) =>
        alert with { Steps = [.. alert.Steps.Select(step => IsInOwnWords(step) ? step with { What = null } : step)] };

    private static bool IsInOwnWords(AlertStep step) => step is { Act: AlertAct.Resolved, What: not null };

    private static IReadOnlyList<Answer> Without(IReadOnlyList<Answer> answers, Questionnaire? questionnaire) =>
        [.. answers.Select(answer => Without(answer, questionnaire?.Find(answer.Question)))];

    private static Answer Without(Answer answer, Question? question) => IsCode(answer, question)
        ? answer with { Raw = null }
        : answer with { Raw = null, Value = null, Label = null };

    /// <summary>Stricter than what datasets take for a code: of a question that nobody asks any more only a number certainly is one.</summary>
    private static bool IsCode(Answer answer, Question? question) => question switch
    {
        null => int.TryParse(answer.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        TextQuestion => false,
        _ => FollowUps.AnswerCode.Is(answer, question),
    };
}
