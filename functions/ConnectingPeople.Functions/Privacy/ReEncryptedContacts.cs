using System.ComponentModel;

namespace ConnectingPeople.Functions.Privacy;

/// <summary>What was done with a part of the contact store.</summary>
public sealed record ReEncryptedContacts(
    [property: Description("How many rows were looked at.")] int Rows,
    [property: Description("How many were sealed with the newest key.")] int ReEncrypted,
    [property: Description("How many numbers and addresses were hashed with the newest key.")] int ReHashed,
    [property: Description("How many can't be read with any key that the app has.")] int Unreadable,
    [property: Description("Where to go on; null when all is done.")] string? Next);
