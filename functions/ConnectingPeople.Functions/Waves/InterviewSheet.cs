using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.FollowUps;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Functions.Waves;

/// <summary>A wave's questions as an interviewer goes through them.</summary>
/// <param name="Person">Whose.</param>
/// <param name="Progress">How far the wave is.</param>
/// <param name="Name">Who they are; null for an interviewer who mustn't know.</param>
/// <param name="Questions">All of them in order, also those that aren't worth asking after the answers so far.</param>
public sealed record InterviewSheet(Participant Person, WaveProgress Progress, string? Name, IReadOnlyList<SheetQuestion> Questions)
{
    /// <summary>How many questions stand between one button that saves and the next.</summary>
    public const int PartSize = 5;

    public string Address => AddressOf(Person.Id, Progress.Wave);

    /// <summary>The parts of the page, each with its questions.</summary>
    public IReadOnlyList<SheetQuestion[]> Parts => [.. Questions.Chunk(PartSize)];

    /// <summary>The questions that still need an answer.</summary>
    public IEnumerable<SheetQuestion> Missing => Questions.Where(question => question.IsMissing);

    public static string AddressOf(ParticipantId id, WaveDefinition wave) => $"/participants/{id}/waves/{wave.Id}";
}

/// <summary>A question of a sheet.</summary>
/// <param name="Question">With its type, options and range.</param>
/// <param name="Place">Counted from 1.</param>
/// <param name="Lines">What is asked, and what more is said to it, in the person's language.</param>
/// <param name="Holds">The answer that holds, or that an interview gave before the question was worth asking; null for none.</param>
public sealed record SheetQuestion(Question Question, int Place, IReadOnlyList<string> Lines, Answer? Holds)
{
    /// <summary>What the person answered themselves, where an interview says otherwise.</summary>
    public Answer? Theirs { get; init; }

    /// <summary>Whether the answers so far make it worth asking.</summary>
    public bool IsAsked { get; init; } = true;

    /// <summary>When it is to be asked; null for always.</summary>
    public string? AskedWhen { get; init; }

    /// <summary>Whether what was written in the person's own words stays hidden from this interviewer.</summary>
    public bool HidesWords { get; init; }

    public bool IsMissing => IsAsked && Holds is null;

    /// <summary>Names its fields.</summary>
    public string Field => $"q-{Question.Id}";
}
