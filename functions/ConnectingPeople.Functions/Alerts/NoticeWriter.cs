using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Functions.Digests;
using ConnectingPeople.Functions.Messaging;
using ConnectingPeople.Functions.Storage;
using Microsoft.Extensions.Options;

namespace ConnectingPeople.Functions.Alerts;

/// <summary>
/// Writes a message to staff at the moment of sending, from what is true then: what somebody has acknowledged or resolved in the
/// meantime isn't told any more, nor anything to somebody who moved on, and names are read from the contact store and kept nowhere else.
/// </summary>
public sealed class NoticeWriter(
    ParticipantStore participants, ContactStore contacts, AlertLinks links, Audiences audiences, DigestWriter digests, EmailHtml html, IOptions<SiteOptions> site)
{
    /// <returns>Null when there is nothing left to tell.</returns>
    public async Task<Letter?> WriteAsync(StaffMember reader, Notice notice, CancellationToken cancellation)
    {
        if (notice.Digest is { } day)
        {
            return await digests.WriteAsync(reader, day, cancellation);
        }

        List<ParticipantId> ids = [.. notice.About.Select(alert => ParticipantId.TryParse(alert.Participant, out ParticipantId id) ? id : default).Distinct()];
        IReadOnlyDictionary<string, Participant> people = await participants.LoadAsync(ids, cancellation);
        IReadOnlyDictionary<string, string> names = await contacts.NamesAsync(ids, cancellation);
        List<(WaitingAlert Told, AlertNews News)> open = [.. notice.About
            .Select(told => (told, news: News(reader, told, people, names)))
            .Where(one => one.news is not null).Select(one => (one.told, one.news!))];
        List<AlertNews> news = [.. open.Select(one => one.News).OrderByDescending(one => one.Alert.Severity).ThenBy(one => one.Alert.RaisedAt)];
        if (news.Count == 0)
        {
            return null;
        }

        AlertLetter letter = new(news, site.Value.Root);
        return new Letter(letter.Subject, letter.Text, await html.RenderAsync<AlertEmail>(new() { ["Letter"] = letter }), letter.Sms, [.. open.Select(one => one.Told)]);
    }

    private AlertNews? News(
        StaffMember reader, WaitingAlert told, IReadOnlyDictionary<string, Participant> people, IReadOnlyDictionary<string, string> names)
    {
        if (people.GetValueOrDefault(told.Participant) is not { } person
            || !audiences.MayBeTold(person, reader)
            || person.Find(told.Alert) is not { State: not AlertState.Acknowledged } alert)
        {
            return null;
        }

        string name = names.GetValueOrDefault(told.Participant, "");
        string who = name.Length == 0 ? told.Participant : $"{FirstName.Of(name)} ({told.Participant})";
        return new AlertNews(alert, who, WhyOf(told.Audience, alert), links.Make(new AlertReference(person.Id, alert.Id), reader.Email));
    }

    private static string? WhyOf(Audience audience, Alert alert) => audience switch
    {
        Audience.Practitioner => null,
        _ when alert.Last(AlertAct.Escalated)?.What is { } why => $"It comes to you because it was {(why == "nobody was reached" ? "not possible to reach others" : why)}.",
        _ => null,
    };
}
