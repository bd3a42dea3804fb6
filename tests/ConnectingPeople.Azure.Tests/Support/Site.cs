namespace ConnectingPeople.Azure.Tests.Support;

/// <summary>What one agency deploys with: the variables that the parameter files read.</summary>
public static class Site
{
    public static IReadOnlyDictionary<string, string> Variables { get; } = new Dictionary<string, string>
    {
        ["BUDGET_FROM"] = "2026-03-01",
        ["ON_CALL_EMAILS"] = "on-call@example.org,second@example.org",
        ["SECRETS_OFFICERS"] = "11111111-1111-4111-8111-111111111111",
        ["SIGN_IN_CLIENT_ID"] = "22222222-2222-4222-8222-222222222222",
        ["TWILIO_ACCOUNT_SID"] = "AC00000000000000000000000000000000",
        ["TWILIO_MESSAGING_SERVICE_SID"] = "MG00000000000000000000000000000000",
        ["SENDGRID_FROM"] = "Connecting People <study@example.org>",
        ["SENDGRID_EVENT_PUBLIC_KEY"] =
            "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAET7+SwfIL+TDw0shQmdYyoBJOxXhLzweGITCmBPvslst5BEjh02nweFg5X+OWOB4aPtrR37wZhVSDKSvm5DxBRQ==",
    };
}
