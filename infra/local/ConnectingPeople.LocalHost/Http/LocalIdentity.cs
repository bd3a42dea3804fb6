using System.Text.Json;

namespace ConnectingPeople.LocalHost.Http;

/// <summary>Somebody signed in on one machine: a role and an address, by their word alone.</summary>
internal sealed record LocalIdentity
{
    private const string EmailClaim = "preferred_username";
    private const string RoleClaim = "roles";

    private LocalIdentity(string role, string email) => (Role, Email) = (role, email);

    public static IReadOnlyList<string> Roles { get; } = ["practitioner", "supervisor", "researcher", "administrator"];

    public string Role { get; }

    public string Email { get; }

    /// <summary>The claims under the names that Entra ID gives them.</summary>
    public object[] Claims =>
    [
        new { typ = EmailClaim, val = Email },
        new { typ = "email", val = Email },
        new { typ = "emails", val = Email },
        new { typ = RoleClaim, val = Role },
    ];

    /// <summary>Reads <c>role</c> or <c>role:email</c>.</summary>
    /// <returns>Who it is, or null if there is no such role or the address is none.</returns>
    public static LocalIdentity? Parse(string text)
    {
        string[] parts = text.Split(':', 2);
        string email = parts is [_, string given] ? given : $"{parts[0]}@local.example";
        return Roles.Contains(parts[0]) && IsEmail(email) ? new LocalIdentity(parts[0], email) : null;
    }

    /// <summary>The header that App Service would send: Base64 of the claims in JSON.</summary>
    public string ToPrincipal() =>
        Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(new { auth_typ = "aad", name_typ = EmailClaim, role_typ = RoleClaim, claims = Claims }));

    public override string ToString() => $"{Role}:{Email}";

    private static bool IsEmail(string text) =>
        text.IndexOf('@', StringComparison.Ordinal) is > 0 and int at && at < text.Length - 1 && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c));
}
