using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.FollowUps;

/// <summary>Where a wave stands for one person.</summary>
public enum WaveState
{
    /// <summary>Its window hasn't come, and nobody answered early.</summary>
    NotOpen,

    /// <summary>It takes answers of every kind.</summary>
    Open,

    /// <summary>Every question that was worth asking has come to its end.</summary>
    Complete,

    /// <summary>It closed with some of its answers.</summary>
    Partial,

    /// <summary>It closed without any.</summary>
    Missed,
}

/// <summary>How far a wave is for one person.</summary>
/// <param name="Wave">Its definition.</param>
/// <param name="Window">When answers count as in time.</param>
/// <param name="State">Where it stands.</param>
/// <param name="CheckIn">Its check-in; null before it began, or when it is closed and wasn't given.</param>
/// <param name="Questions">How many questions are worth asking after the answers so far; null when the check-in isn't known.</param>
/// <param name="Missing">How many of them were neither answered nor refused; null likewise.</param>
public sealed record WaveProgress(WaveDefinition Wave, WaveWindow Window, WaveState State, CheckIn? CheckIn, int? Questions, int? Missing)
{
    /// <summary>How many questions were answered or refused; null when the check-in isn't known.</summary>
    public int? Settled => Questions - Missing;

    /// <summary>Works out how far a wave is.</summary>
    /// <param name="person">The participant as stored.</param>
    /// <param name="wave">The wave.</param>
    /// <param name="closed">Its check-in when it is closed, where it was loaded.</param>
    /// <param name="study">The definition the participant is enrolled under.</param>
    public static WaveProgress Of(Participant person, WaveDefinition wave, CheckIn? closed, Study study)
    {
        CheckIn? open = person.CheckIns.FirstOrDefault(checkIn => checkIn.Wave == wave.Id);
        CheckIn? checkIn = open ?? closed;
        WaveState state = (open, closed?.Status ?? person.Past.Wave(wave.Id)?.Status) switch
        {
            (not null, _) => WaveState.Open,
            (_, null) => WaveState.NotOpen,
            (_, CheckInStatus.Completed) => WaveState.Complete,
            (_, CheckInStatus.Partial) => WaveState.Partial,
            _ => WaveState.Missed,
        };
        int? missing = checkIn is null ? null : Interviewing.Missing(checkIn, study).Count;
        int? questions = checkIn is null
            ? null
            : study.QuestionnaireOf(checkIn)?.Questions.Count(question => Conversation.IsWorthAsking(question, checkIn)) ?? 0;
        return new WaveProgress(wave, WaveWindow.Of(wave, person.Profile), state, checkIn, questions, missing);
    }
}
