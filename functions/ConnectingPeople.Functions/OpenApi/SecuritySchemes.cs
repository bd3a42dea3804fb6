using System.Text.Json.Nodes;
using ConnectingPeople.Domain;
using ConnectingPeople.Functions.Access;

namespace ConnectingPeople.Functions.OpenApi;

/// <summary>How callers prove who they are.</summary>
internal static class SecuritySchemes
{
    public const string Twilio = "twilio";
    public const string SendGrid = "sendGrid";

    private const string Session = "session";
    private const string Token = "token";

    public static JsonObject Components => new()
    {
        [Session] = Key("cookie", "AppServiceAuthSession", "App Service authentication signs people in with Microsoft Entra ID (/.auth/login/aad) and keeps the session in this cookie."),
        [Token] = new JsonObject
        {
            ["type"] = "http",
            ["scheme"] = "bearer",
            ["bearerFormat"] = "JWT",
            ["description"] = "An access token of Microsoft Entra ID for this app; its app roles say what one may do. On one machine: local-{role} or local-{role}:{email}.",
        },
        [Twilio] = Key("header", "X-Twilio-Signature", "HMAC-SHA1 over the address and the form, under the account's token."),
        [SendGrid] = Key("header", "X-Twilio-Email-Event-Webhook-Signature", "ECDSA over X-Twilio-Email-Event-Webhook-Timestamp and the body."),
    };

    /// <summary>Any one of these requirements will do; none for what is for anybody.</summary>
    public static JsonArray Of(Operation operation) => operation.Proof is { } proof
        ? [Requirement(proof)]
        : [.. operation.Roles.SelectMany(role => new[] { Requirement(Session, role), Requirement(Token, role) })];

    private static JsonObject Requirement(string scheme, params IEnumerable<Role> roles) =>
        new() { [scheme] = new JsonArray([.. roles.Select(role => JsonValue.Create(Words.Of(role)))]) };

    private static JsonObject Key(string place, string name, string description) =>
        new() { ["type"] = "apiKey", ["in"] = place, ["name"] = name, ["description"] = description };
}
