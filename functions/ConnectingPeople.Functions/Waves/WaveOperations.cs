using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.OpenApi;

namespace ConnectingPeople.Functions.Waves;

/// <summary>What the OpenAPI document says of waves and interviews.</summary>
internal static class WaveOperations
{
    public static IReadOnlyList<Operation> All { get; } =
    [
        new("AnswerWave", "Enter answers given in an interview")
        {
            Description = "All of them, or none; before, in and after the window. Where the person's own answer differs the interview holds.",
            Roles = [Role.Practitioner, Role.Researcher],
            Takes = Content.Json<InterviewRequest>(),
            Answers = [Reply.Ok<InterviewAnswered>("How far the wave is")],
            Refuses = [404, 409],
        },
        Operation.Page("GetWavesPage", "Page: waves, the first to close first", Role.Practitioner, Role.Researcher),
        Operation.Page("GetInterviewPage", "Page: enter an interview while talking", Role.Practitioner, Role.Researcher) with { Refuses = [404, 409] },
        Operation.Form("SaveInterviewPage", "Form: save what was entered of an interview", Role.Practitioner, Role.Researcher) with { Refuses = [404, 409] },
    ];
}
