using System.Globalization;
using ConnectingPeople.Domain.Agencies;
using ConnectingPeople.Domain.Alerts;

namespace ConnectingPeople.Functions.Agencies;

/// <summary>How an agency's figures are put into words.</summary>
public static class AgencyWords
{
    public static string Of(FidelityLevel level) => level switch
    {
        FidelityLevel.Full => "Full",
        FidelityLevel.Partial => "Partial",
        _ => "Not assessed",
    };

    public static string Of(FidelitySource source) => source switch
    {
        FidelitySource.ServiceUser => "Service users",
        FidelitySource.Practitioner => "Practitioners",
        _ => "Observers",
    };

    public static string OfSector(string sector) => sector switch
    {
        "nhs" => "NHS",
        "local-authority" => "Local authority",
        "third-sector" => "Third sector",
        _ => sector,
    };

    public static string OfRule(string rule) => rule switch
    {
        RuleNames.RiskPhrase => "Worrying words",
        RuleNames.AskedForACall => "Asked for a call",
        RuleNames.OptedOut => "Asked us to stop",
        RuleNames.Undelivered => "Messages don't arrive",
        RuleNames.MissedCheckIns => "Missed check-ins",
        RuleNames.Silence => "Silence",
        RuleNames.ContactsFalling => "Fewer contacts than at first",
        RuleNames.GoalStuck => "A goal that doesn't move on",
        RuleNames.BarrierRepeated => "The same barrier again and again",
        RuleNames.WaveOverdue => "Follow-up questions overdue",
        _ => rule,
    };

    /// <summary>A mean with one decimal; a dash for none.</summary>
    public static string Of(decimal? mean) => mean?.ToString("0.0", CultureInfo.InvariantCulture) ?? "–";
}
