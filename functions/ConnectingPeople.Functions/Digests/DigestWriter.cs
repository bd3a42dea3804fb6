using ConnectingPeople.Domain.Digests;
using ConnectingPeople.Functions.Alerts;
using ConnectingPeople.Functions.Messaging;
using ConnectingPeople.Functions.Storage;
using Microsoft.Extensions.Options;

namespace ConnectingPeople.Functions.Digests;

/// <summary>Writes a digest at the moment of sending, from what is true then.</summary>
public sealed class DigestWriter(CaseloadDigests digests, EmailHtml html, IOptions<SiteOptions> site)
{
    /// <param name="reader">A practitioner or a supervisor.</param>
    /// <param name="day">The day after the week that it is about.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>Null for somebody who has nobody.</returns>
    public async Task<Letter?> WriteAsync(StaffMember reader, LocalDate day, CancellationToken cancellation)
    {
        DigestWeek week = DigestWeek.Before(day);
        bool isTeam = reader.Role == "supervisor";
        TeamDigest digest = isTeam
            ? await digests.OfAgencyAsync(reader.AgencyId, week, cancellation)
            : await digests.OfPractitionerAsync(reader, week, cancellation);
        if (digest.People == 0)
        {
            return null;
        }

        DigestLetter letter = new(digest, isTeam, site.Value.Root);
        return new Letter(letter.Subject, letter.Text, await html.RenderAsync<DigestEmail>(new() { ["Letter"] = letter }), "", []);
    }
}
