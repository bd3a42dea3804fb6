using System.Text;
using ConnectingPeople.Domain.Alerts;

namespace ConnectingPeople.Functions.Alerts;

/// <summary>Puts alerts into words for an email or a text message.</summary>
/// <param name="Alerts">At least one, the most urgent first.</param>
/// <param name="Site">The address of the pages, without a slash at its end.</param>
public sealed record AlertLetter(IReadOnlyList<AlertNews> Alerts, string Site)
{
    private AlertNews First => Alerts[0];

    private bool IsUrgent => First.Alert.Severity == Severity.Urgent;

    public string Subject => Alerts.Count == 1
        ? $"{(IsUrgent ? "Urgent: please look at" : "Please look at")} {First.Who}"
        : $"{Alerts.Count} alerts about people you work with";

    /// <summary>One segment for most first names.</summary>
    public string Sms => $"Connecting People: urgent alert about {First.Who}. Please look now: {Site}/alerts";

    public string Heading => Alerts.Count == 1 ? "Somebody needs a look" : "Some people need a look";

    public string Text
    {
        get
        {
            StringBuilder text = new($"{Heading}\n\n");
            foreach (AlertNews news in Alerts)
            {
                text.Append(news.Who).Append(": ").Append(news.Alert.Summary).Append('\n');
                text.Append(news.Why is { } why ? $"{why}\n" : "");
                text.Append("Acknowledge it or say that it is dealt with: ").Append(news.Link).Append("\n\n");
            }

            return text.Append("All alerts: ").Append(Site).Append("/alerts\n\n").Append(Closing).Append('\n').ToString();
        }
    }

    public const string Closing =
        "What people wrote stands on the pages alone. Links are for you and end after two weeks. Nobody reads answers to this message.";
}

/// <summary>One alert in a letter.</summary>
/// <param name="Alert">As it is.</param>
/// <param name="Who">A first name and the pseudonym.</param>
/// <param name="Why">Why it comes to this reader, where that isn't plain; else null.</param>
/// <param name="Link">Leads to it without signing in.</param>
public sealed record AlertNews(Alert Alert, string Who, string? Why, string Link)
{
    public override string ToString() => Alert.Id;
}
