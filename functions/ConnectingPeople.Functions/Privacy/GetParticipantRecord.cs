using System.Text.Encodings.Web;
using System.Text.Json;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.Participants;
using ConnectingPeople.Functions.Site;
using NodaTime.Serialization.SystemTextJson;

namespace ConnectingPeople.Functions.Privacy;

/// <summary>
/// Everything held about one person, for when they ask (UK GDPR, article 15): as JSON, or as a page to print with <c>?format=html</c> or
/// where a browser asks. That it was taken out is logged, by pseudonym.
/// </summary>
public sealed partial class GetParticipantRecord(SignedIn signedIn, Pages pages, ParticipantRecords records, ILogger<GetParticipantRecord> log)
{
    private static readonly JsonSerializerOptions Json = new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    }.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);

    [Function(nameof(GetParticipantRecord))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/participants/{id}/record")] HttpRequest request, string id, CancellationToken cancellation)
    {
        bool asPage = IsPageWanted(request);
        Visit visit = pages.Open(request);
        IResult? refusal = asPage ? pages.Refuses(request, out visit, Role.Administrator) : signedIn.Refuses(request, out _, Role.Administrator);
        if (refusal is not null)
        {
            return refusal;
        }

        try
        {
            if (!ParticipantId.TryParse(id, out ParticipantId known) || await records.ReadAsync(known, cancellation) is not { } record)
            {
                return asPage ? pages.NotFound(visit, "participant") : OwnParticipants.NotTheirs(id);
            }

            LogTaken(known.Text);
            request.HttpContext.Response.Headers.CacheControl = "no-store";
            return asPage ? pages.Show<RecordPage>(visit, new { Record = record }) : Results.Json(record, Json);
        }
        catch (UnreadableContactException e)
        {
            string text = $"The record wouldn't be whole. {e.Message}";
            return asPage ? pages.Say(visit, StatusCodes.Status503ServiceUnavailable, "The record can't be read now", text) : Problem.Unavailable(text);
        }
    }

    private static bool IsPageWanted(HttpRequest request) => request.Query["format"].ToString() switch
    {
        "html" => true,
        "json" => false,
        _ => request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase),
    };

    [LoggerMessage(LogLevel.Information, "Everything held about {Participant} was taken out.")]
    private partial void LogTaken(string participant);
}
