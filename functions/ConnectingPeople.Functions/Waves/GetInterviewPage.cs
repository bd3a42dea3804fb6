using System.Globalization;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.Site;

namespace ConnectingPeople.Functions.Waves;

/// <summary>The page to enter a wave's answers on while talking.</summary>
public sealed class GetInterviewPage(Pages pages, WaveInterviews interviews, InterviewSheets sheets, IClock clock)
{
    [Function(nameof(GetInterviewPage))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "participants/{id}/waves/{wave}")] HttpRequest request,
        string id,
        string wave,
        CancellationToken cancellation)
    {
        if (pages.Refuses(request, out Visit visit, Role.Practitioner, Role.Researcher) is { } refusal)
        {
            return refusal;
        }

        (Participant? person, WaveDefinition? definition, IResult? instead) = await FindAsync(pages, interviews, visit, id, wave, cancellation);
        return instead ?? pages.Show<InterviewPage>(visit, new
        {
            Sheet = await sheets.MakeAsync(person!, definition!, visit.Who!, cancellation),
            Now = clock.GetCurrentInstant(),
            Saved = Number(request.Query["saved"]),
            Part = Number(request.Query["part"]),
        });
    }

    /// <summary>Whom and which wave an address is about, or the page to show instead.</summary>
    internal static async Task<(Participant? Person, WaveDefinition? Wave, IResult? Instead)> FindAsync(
        Pages pages, WaveInterviews interviews, Visit visit, string id, string wave, CancellationToken cancellation)
    {
        if (await interviews.FindAsync(id, visit.Who!, cancellation) is not { } person)
        {
            return (null, null, pages.NotFound(visit, "participant"));
        }

        if (interviews.Wave(wave) is not { } definition)
        {
            return (null, null, pages.Say(visit, StatusCodes.Status404NotFound, "There is no such wave", interviews.NoWave(wave)));
        }

        return person.Status == Status.Withdrawn
            ? (null, null, pages.Say(visit, StatusCodes.Status409Conflict, "No answers can be added", WaveInterviews.HasLeft))
            : (person, definition, null);
    }

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number < 1000 ? number : null;
}
