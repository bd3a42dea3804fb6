using System.Globalization;
using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.FollowUps.Measures;
using ConnectingPeople.Domain.Replies;

namespace ConnectingPeople.Domain.Studies;

/// <summary>A study definition, loaded and checked as a whole: every question, message, schedule and rule.</summary>
public sealed record Study
{
    /// <summary>Names the study in exports.</summary>
    public required string Id { get; init; }

    /// <summary>The definition's own version, such as <c>2026.1</c>; every export names it.</summary>
    public required string Version { get; init; }

    /// <summary>The study's name as people know it.</summary>
    public required string Name { get; init; }

    /// <summary>Languages that every text has; the first is the default. Such as <c>en-GB</c> and <c>en-GB-easy</c>.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>
    /// Whether everybody in it is made up, as in a demonstration: pages and exports say so, so that nobody takes its figures for findings.
    /// </summary>
    public bool IsSimulated { get; init; }

    public required SendingHours Sending { get; init; }

    public required IReadOnlyList<CheckInSchedule> CheckIns { get; init; }

    public required IReadOnlyList<WaveDefinition> Waves { get; init; }

    public required IReadOnlyDictionary<string, Questionnaire> Questionnaires { get; init; }

    public required Keywords Keywords { get; init; }

    public required RiskPhrases Risk { get; init; }

    public required StudyMessages Messages { get; init; }

    /// <summary>How long PAUSE lasts.</summary>
    public required Period PauseFor { get; init; }

    /// <summary>Which causes raise an alert, and who hears of it when.</summary>
    public required AlertPlan Alerts { get; init; }

    public required FidelityDefinition Fidelity { get; init; }

    public required DigestDefinition Digest { get; init; }

    /// <summary>Scores that datasets hold beside the answers, each after those it builds on; may be none.</summary>
    public required IReadOnlyList<Measure> Measures { get; init; }

    public required ExportOptions Exports { get; init; }

    /// <summary>How long personal data is kept; null for a study that says nothing, where nothing goes by age alone.</summary>
    public RetentionDefinition? Retention { get; init; }

    /// <summary>What a check-in asks; null for one that began before a new definition dropped its questionnaire.</summary>
    public Questionnaire? QuestionnaireOf(CheckIn checkIn) => Questionnaires.GetValueOrDefault(checkIn.Questionnaire);

    /// <summary>Reads replies with this study's keywords and risk phrases.</summary>
    public ReplyReader Reader => reader ??= new ReplyReader(Keywords, Risk);

    private ReplyReader? reader;
}

/// <summary>Messages that are no question. Each may use the variables of <see cref="TextValues"/> that its comment names, and <c>name</c>.</summary>
public sealed record StudyMessages
{
    /// <summary>Nobody answered; uses <c>question</c>.</summary>
    public required MessageText Reminder { get; init; }

    /// <summary>A reply wasn't understood, the first time; uses <c>question</c>.</summary>
    public required MessageText AskAgain { get; init; }

    /// <summary>A reply wasn't understood, later times, worded otherwise; uses <c>hint</c>.</summary>
    public required MessageText AskDifferently { get; init; }

    /// <summary>A question is left after its attempts and the next follows; uses <c>question</c>.</summary>
    public required MessageText MovingOn { get; init; }

    /// <summary>The check-in is complete.</summary>
    public required MessageText Thanks { get; init; }

    /// <summary>The questions are through, one of them not understood, which can be answered in the form; uses <c>link</c>.</summary>
    public required MessageText ThanksWithLink { get; init; }

    /// <summary>The one confirmation of an opt-out.</summary>
    public required MessageText OptedOut { get; init; }

    /// <summary>A message came from a person who opted out.</summary>
    public required MessageText StillOptedOut { get; init; }

    /// <summary>START undid an opt-out or a pause.</summary>
    public required MessageText OptedIn { get; init; }

    /// <summary>HELP: who we are, who to turn to, how to stop.</summary>
    public required MessageText Help { get; init; }

    /// <summary>PAUSE began a pause; uses <c>until</c>.</summary>
    public required MessageText Paused { get; init; }

    /// <summary>CALL ME reached a practitioner's list.</summary>
    public required MessageText CallMe { get; init; }

    /// <summary>A risk phrase was found: where to turn at once, and that a person will read it.</summary>
    public required MessageText Signposting { get; init; }

    /// <summary>A message came while no question was open.</summary>
    public required MessageText Noted { get; init; }

    /// <summary>A picture or an empty message came without words.</summary>
    public required MessageText NoWords { get; init; }

    /// <summary>A message came from a number that nobody is enrolled with.</summary>
    public required MessageText UnknownNumber { get; init; }

    /// <summary>A message came from a person who left the study.</summary>
    public required MessageText LeftStudy { get; init; }

    /// <summary>What check-ins by email say.</summary>
    public required EmailTexts Email { get; init; }

    /// <summary>How each type of question can be answered, by type name; may use <c>min</c>, <c>max</c> and <c>options</c>.</summary>
    public required IReadOnlyDictionary<string, MessageText> Hints { get; init; }

    /// <summary>How a question can be answered, such as "a number from 1 to 5": what <see cref="TextValues.Hint"/> holds.</summary>
    public string HintFor(Question question, string language)
    {
        (string min, string max) = question switch
        {
            ScaleQuestion scale => (Number(scale.Min), Number(scale.Max)),
            CountQuestion count => (Number(count.Min), Number(count.Max)),
            _ => ("", ""),
        };
        IReadOnlyList<Option> options = question switch
        {
            ChoiceQuestion choice => choice.Options,
            ChoicesQuestion choices => choices.Options,
            _ => [],
        };
        string listed = string.Join(", ", options.Select((option, place) => $"{Number(place + 1)} {option.Label}"));
        return Hints[question.Type].In(language, new TextValues("", Min: min, Max: max, Options: listed));

        static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
    }
}
