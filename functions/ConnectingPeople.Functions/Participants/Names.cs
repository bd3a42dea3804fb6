using System.Text.RegularExpressions;

namespace ConnectingPeople.Functions.Participants;

/// <summary>What an agency's id looks like.</summary>
public static partial class AgencyId
{
    public const string Rule = "must be 1 to 60 lower-case letters, digits and hyphens, such as north-team.";

    public static bool IsOne(string id) => Shape().IsMatch(id);

    [GeneratedRegex(@"^[a-z0-9][a-z0-9-]{0,59}\z")]
    private static partial Regex Shape();
}

/// <summary>What a member of staff's address looks like; it is a key in storage.</summary>
public static partial class StaffEmail
{
    public const string Rule = "isn't an email address such as pat@example.org.";

    public static bool IsOne(string email) => Shape().IsMatch(email);

    [GeneratedRegex(@"^[^@\s/\\#?\x00-\x1F\x7F]{1,64}@[^@\s/\\#?\x00-\x1F\x7F]{1,100}\.[^@\s/\\#?\x00-\x1F\x7F]{1,60}\z")]
    private static partial Regex Shape();
}
