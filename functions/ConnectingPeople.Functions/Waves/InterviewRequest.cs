using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Functions.OpenApi;

namespace ConnectingPeople.Functions.Waves;

/// <summary>The body of <see cref="AnswerWave"/>.</summary>
public sealed record InterviewRequest(
    [property: Description("By question: a text or a number, a list where several may be chosen, null for what the person would rather not say. At least one.")]
    IReadOnlyDictionary<string, JsonElement> Answers);

/// <summary>A wave after answers were taken.</summary>
public sealed record InterviewAnswered(
    [property: Description("The wave's check-in.")] string Id,
    [property: WordOf(typeof(CheckInStatus))] string Status,
    [property: Description("How many of its questions have an answer.")] int Answered,
    [property: Description("The questions that have none yet.")] IReadOnlyList<string> Missing,
    WaveWindowItem Window,
    [property: Description("Whether all answers came inside the window; null while there is none.")] bool? InWindow);

/// <summary>From which day to which a wave's answers count as punctual.</summary>
public sealed record WaveWindowItem([property: DataType(DataType.Date)] string From, [property: DataType(DataType.Date)] string To);
