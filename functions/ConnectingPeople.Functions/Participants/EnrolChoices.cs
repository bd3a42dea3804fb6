using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.Site;

namespace ConnectingPeople.Functions.Participants;

/// <summary>What the enrolment form lets people choose from.</summary>
public static class EnrolChoices
{
    public static IReadOnlyList<Choice> ClientGroups { get; } =
        [new("mental-health", "People with a mental-health problem"), new("learning-disability", "People with a learning disability")];

    public static IReadOnlyList<Choice> Channels { get; } = [new("sms", "Text message"), new("email", "Email")];

    /// <summary>What a person may agree to for their answers in case they ask to be erased.</summary>
    public static IReadOnlyList<Choice> KeptAnswers { get; } =
        [new("yes", "Numbers and choices stay, without their name"), new("no", "All of their answers go too")];

    public static IReadOnlyList<Choice> Languages(Study study) => [.. study.Languages.Select(language => new Choice(language, Language(language)))];

    public static IReadOnlyList<Choice> Days(Study study) =>
        [new("", $"As the study has it{(study.CheckIns is [{ On: { } day }, ..] ? $": {day}" : "")}"), .. study.Sending.Days.Order().Select(each => new Choice(Domain.Words.Of(each), $"{each}"))];

    /// <summary>A study's language as people call it.</summary>
    public static string Language(string language) => language switch
    {
        "en-GB" => "English",
        "en-GB-easy" => "Easy-read English",
        _ => language,
    };
}
