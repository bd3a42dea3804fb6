using System.Text.RegularExpressions;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Local.Launcher.Demonstrations;

/// <summary>Knows a question of the study by its words, whatever greeting or reminder stands around them.</summary>
public sealed class QuestionBook
{
    /// <summary>Stands for a goal while the words around it are looked at: in no text that anybody writes.</summary>
    private const string AnyGoal = "\uF8FF";

    private const string AnyName = "\uF8FE";

    private readonly Dictionary<string, (Question Question, Regex Words)[]> languages;

    private readonly Dictionary<string, Question> questions;

    public QuestionBook(Study study)
    {
        Study = study;
        questions = study.Questionnaires.Values.SelectMany(questionnaire => questionnaire.Questions).DistinctBy(question => question.Id).ToDictionary(question => question.Id);
        languages = study.Languages.ToDictionary(language => language, language => questions.Values.Select(question => (question, WordsOf(question, language))).ToArray());
    }

    public Study Study { get; }

    public Question? Find(string id) => questions.GetValueOrDefault(id);

    /// <summary>Whether the question belongs to what a wave asks.</summary>
    public bool IsOfWave(Question question) => Study.Waves.Any(wave => Study.Questionnaires[wave.Questionnaire].Find(question.Id) is not null);

    /// <summary>The question that a text asks.</summary>
    /// <param name="text">As a phone shows it.</param>
    /// <param name="language">The person's.</param>
    /// <param name="goals">Theirs.</param>
    /// <returns>The question, and which goal it is about; null when the text asks nothing that the study would.</returns>
    public (Question Question, GoalCourse? Goal)? In(string text, string language, IReadOnlyList<GoalCourse> goals)
    {
        foreach ((Question question, Regex words) in languages[language])
        {
            if (words.Match(text) is { Success: true } found)
            {
                string goal = found.Groups["goal"].Value;
                return (question, question.AboutGoal ? goals.FirstOrDefault(known => GoalText.Shorten(known.Text) == goal) : null);
            }
        }

        return null;
    }

    private static Regex WordsOf(Question question, string language) =>
        new(string.Join('|', new[] { question.Text, question.Again }.OfType<MessageText>().Select(text => PatternOf(text.In(language, new TextValues(AnyName, AnyGoal))))));

    private static string PatternOf(string text) => Regex.Escape(text).Replace(AnyGoal, "(?<goal>.*?)", StringComparison.Ordinal).Replace(AnyName, ".*?", StringComparison.Ordinal);
}
