using ConnectingPeople.Domain.Replies;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Functions.Studies;

/// <summary>Reads a reply as the study would, for somebody who wants to know. Nothing is stored and nobody is written to.</summary>
public sealed class ReplyTrial(Study study, IClock clock)
{
    /// <summary>Where days such as "yesterday" are counted from; replies of participants go by their own zone.</summary>
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/London"];

    /// <summary>How a reply would be understood.</summary>
    /// <param name="question">What it answers; null when no question is open.</param>
    /// <param name="reply">What the person wrote.</param>
    public Understanding Read(Question? question, string reply) => study.Reader.Read(question, reply, clock.GetCurrentInstant().InZone(Zone).Date);

    /// <summary>A question by its id, or by <c>questionnaire/id</c>.</summary>
    /// <returns>Null when the study has none of that id.</returns>
    public Question? Find(string id) => id.Split('/') is [string questionnaire, string question]
        ? study.Questionnaires.GetValueOrDefault(questionnaire)?.Find(question)
        : study.Questionnaires.Values.Select(questionnaire => questionnaire.Find(id)).FirstOrDefault(found => found is not null);
}
