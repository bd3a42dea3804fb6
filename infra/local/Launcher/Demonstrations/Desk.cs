using System.Text.Json;
using ConnectingPeople.Simulator;
using ConnectingPeople.Simulator.Cohort;
using ConnectingPeople.Simulator.SendGrid;
using ConnectingPeople.Simulator.Study;
using NodaTime;
using NodaTime.Text;

namespace ConnectingPeople.Local.Launcher.Demonstrations;

/// <summary>
/// The practitioners at work: an email makes them look at their alerts. They acknowledge what is new, and say of what can be dealt
/// with that it is, some days later. What only the person can end, such as silence, they leave open until it ends by itself.
/// </summary>
public sealed class Desk(Cohort cohort, PhoneSimulator simulator)
{
    private static readonly DateTimeZone Home = DateTimeZoneProviders.Tzdb["Europe/London"];

    /// <summary>After how many days at the earliest an alert of a rule is said to be dealt with; others wait for the person.</summary>
    private static readonly Dictionary<string, int> DealtWithAfter = new()
    {
        ["risk-phrase"] = 1,
        ["asked-for-a-call"] = 1,
        ["opted-out"] = 3,
        ["undelivered"] = 7,
        ["wave-overdue"] = 10,
        ["barrier-repeated"] = 10,
        ["contacts-falling"] = 10,
        ["goal-stuck"] = 14,
    };

    private readonly HashSet<string> practitioners =
        [.. cohort.Who.Agencies.SelectMany(agency => agency.Practitioners).Select(member => member.Email)];

    private readonly HashSet<string> unread = [];
    private int seen;

    /// <summary>How many alerts were acknowledged.</summary>
    public int Acknowledged { get; private set; }

    /// <summary>Goes through the alerts of everybody who has had an email, on working days.</summary>
    public async Task WorkAsync(Instant now, CancellationToken cancellation)
    {
        foreach (Email email in simulator.Inboxes.Since(seen))
        {
            seen++;
            if (practitioners.Contains(email.To))
            {
                unread.Add(email.To);
            }
        }

        if (now.InZone(Home).DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday)
        {
            return;
        }

        foreach (string practitioner in unread.Order(StringComparer.Ordinal))
        {
            await LookAsync($"local-practitioner:{practitioner}", now, cancellation);
        }

        unread.Clear();
    }

    private async Task LookAsync(string practitioner, Instant now, CancellationToken cancellation)
    {
        StudyAnswer answer = await simulator.Api.CallAsync(HttpMethod.Get, "/api/alerts?state=open", practitioner, null, cancellation);
        foreach (JsonElement alert in answer.Trouble is null ? answer.Body.GetProperty("items").EnumerateArray() : [])
        {
            string id = alert.GetProperty("id").GetString()!;
            if (IsDealtWith(alert, id, now))
            {
                await simulator.Api.CallAsync(HttpMethod.Post, $"/api/alerts/{id}/resolve", practitioner, new { }, cancellation);
            }
            else if (alert.GetProperty("state").GetString() != "acknowledged")
            {
                Acknowledged++;
                await simulator.Api.CallAsync(HttpMethod.Post, $"/api/alerts/{id}/acknowledge", practitioner, new { }, cancellation);
            }
        }
    }

    /// <remarks>Some take longer over it than others.</remarks>
    private bool IsDealtWith(JsonElement alert, string id, Instant now) =>
        DealtWithAfter.TryGetValue(alert.GetProperty("rule").GetString()!, out int days)
        && now - InstantPattern.ExtendedIso.Parse(alert.GetProperty("raisedAt").GetString()!).Value
            >= Duration.FromDays(days + new Chance(cohort.Seed, id, 0).Between(0, days, "dealt with"));
}
