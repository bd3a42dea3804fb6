using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.Privacy;
using ConnectingPeople.Functions.Site;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Participants;

/// <summary>The page of one participant, and the page that asks whether they really leave.</summary>
public sealed class GetParticipantPage(Pages pages, WholeParticipants participants, ParticipantStore store, Study study, IClock clock)
{
    private static readonly Dictionary<string, string> Done = new()
    {
        ["enrolled"] = "They are enrolled. The first check-in comes as shown below.",
        ["pause"] = "Messages are paused.",
        ["resume"] = "Messages start again with the next check-in.",
        ["withdraw"] = "They have left the study. Nothing more is sent to them.",
        ["goals"] = "The goal was added.",
        ["notes"] = "The note was added.",
    };

    [Function(nameof(GetParticipantPage))]
    public async Task<IResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "participants/{id}")] HttpRequest request, string id, CancellationToken cancellation)
    {
        if (pages.Refuses(request, out Visit visit, Role.Practitioner, Role.Supervisor, Role.Administrator) is { } refusal)
        {
            return refusal;
        }

        return await participants.FindAsync(id, visit.Who!, cancellation) is { } whole
            ? pages.Show<ParticipantPage>(visit, new
            {
                Whole = whole,
                Study = study,
                Now = clock.GetCurrentInstant(),
                Done = Done.GetValueOrDefault(request.Query["done"].ToString()),
                ShowsAll = request.Query["timeline"] == "all",
            })
            : await ErasedAsync(visit, id, cancellation) ?? pages.NotFound(visit, "participant");
    }

    /// <returns>Null unless they were erased, and an administrator asks: for all others there is nobody of that id.</returns>
    private async Task<IResult?> ErasedAsync(Visit visit, string id, CancellationToken cancellation) =>
        visit.Is(Role.Administrator) && ParticipantId.TryParse(id, out ParticipantId known) && await store.ErasureAsync(known, cancellation) is { } erasure
            ? pages.Show<ErasedPage>(visit, new { Id = known.Text, Of = erasure })
            : null;

    [Function("GetWithdrawPage")]
    public async Task<IResult> AskAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "participants/{id}/withdraw")] HttpRequest request, string id, CancellationToken cancellation)
    {
        if (pages.Refuses(request, out Visit visit, Role.Practitioner, Role.Administrator) is { } refusal)
        {
            return refusal;
        }

        return await participants.FindAsync(id, visit.Who!, cancellation) is { } whole
            ? pages.Show<WithdrawPage>(visit, new { Whole = whole })
            : pages.NotFound(visit, "participant");
    }
}
