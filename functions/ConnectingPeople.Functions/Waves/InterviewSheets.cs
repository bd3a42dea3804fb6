using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.FollowUps;
using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Waves;

/// <summary>
/// Makes sheets for interviewers. Who works with the person sees their name and words; a researcher sees neither, nor goals, which are
/// words of the person's, too.
/// </summary>
public sealed class InterviewSheets(WaveInterviews interviews, ContactStore contacts, Study study, IClock clock)
{
    private const string NoName = "[first name]";
    private const string NoGoal = "[the goal they chose]";

    /// <summary>The sheet as things stand.</summary>
    public async Task<InterviewSheet> MakeAsync(Participant person, WaveDefinition wave, Principal by, CancellationToken cancellation)
    {
        bool knows = by.Is(Role.Practitioner) && person.Profile.Practitioner == by.Email;
        string? name = knows ? (await contacts.GetAsync(person.Id, cancellation))?.Name : null;
        return Of(person, await interviews.ProgressAsync(person, wave, cancellation), name, knows);
    }

    private InterviewSheet Of(Participant person, WaveProgress progress, string? name, bool knows)
    {
        CheckIn checkIn = progress.CheckIn ?? Starting.Open(new Decision(person), progress.Wave, clock.GetCurrentInstant(), study).CheckIns[0];
        Participant asked = knows ? person : person with { Goals = [.. person.Goals.Select(goal => goal with { Text = NoGoal })] };
        string first = name is null ? NoName : FirstName.Of(name);
        List<SheetQuestion> questions = [];
        foreach (Question question in (study.QuestionnaireOf(checkIn)?.Questions ?? []).Where(question => !question.AboutGoal || checkIn.Goal is not null))
        {
            string[] lines = FirstName.PutInto(Conversation.AskInForm(question, checkIn, asked), first).Split('\n');
            questions.Add(Of(question, questions, lines, checkIn) with { HidesWords = !knows && question is TextQuestion });
        }

        return new InterviewSheet(person, progress, name, questions);
    }

    private static SheetQuestion Of(Question question, List<SheetQuestion> before, string[] lines, CheckIn checkIn)
    {
        Answer? holds = Interviewing.Holds(question.Id, checkIn);
        IEnumerable<Answer> kept = checkIn.Overridden.Where(answer => answer.Question == question.Id);
        return new SheetQuestion(question, before.Count + 1, lines, holds ?? kept.FirstOrDefault(answer => answer.Source == AnswerSource.Interview))
        {
            Theirs = kept.FirstOrDefault(answer => answer.Source != AnswerSource.Interview),
            IsAsked = Conversation.IsWorthAsking(question, checkIn),
            AskedWhen = question.AskWhen is { } condition && before.Find(earlier => earlier.Question.Id == condition.Question) is { } gate
                ? WaveWords.AskedWhen(condition, gate.Question, gate.Lines[0])
                : null,
        };
    }
}
