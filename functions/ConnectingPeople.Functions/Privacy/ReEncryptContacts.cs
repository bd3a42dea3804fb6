using ConnectingPeople.Functions.Access;

namespace ConnectingPeople.Functions.Privacy;

/// <summary>
/// Seals and hashes the contact store anew after a key was added, a part at each call: whoever calls goes on with <c>?after=</c> what
/// <c>next</c> says, until there is none. Called again it finds nothing left to do.
/// </summary>
public sealed partial class ReEncryptContacts(SignedIn signedIn, ContactRenewal renewal, ILogger<ReEncryptContacts> log)
{
    private const int MaxPlace = 300;

    [Function(nameof(ReEncryptContacts))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/contacts/re-encrypt")] HttpRequest request, CancellationToken cancellation)
    {
        if (signedIn.Refuses(request, out _, Role.Administrator) is { } refusal)
        {
            return refusal;
        }

        string after = request.Query["after"].ToString();
        if (after.Length > MaxPlace || (after.Length > 0 && !after.Contains('/', StringComparison.Ordinal)))
        {
            return Problem.BadRequest("after isn't a place in the contact store. Use what next said in the answer before, or leave it out to begin.");
        }

        RenewedPart part = await renewal.RenewAsync(after.Length == 0 ? null : after, cancellation);
        LogPart(part.Rows, part.Sealed, part.Hashed, part.Unreadable);
        return Results.Ok(new ReEncryptedContacts(
            part.Rows, part.Sealed, part.Hashed, part.Unreadable, part.Next is { } next ? $"/api/contacts/re-encrypt?after={Uri.EscapeDataString(next)}" : null));
    }

    [LoggerMessage(LogLevel.Information, "Of {Rows} rows of the contact store {Sealed} were sealed anew, {Hashed} numbers hashed anew, {Unreadable} can't be read.")]
    private partial void LogPart(int rows, int @sealed, int hashed, int unreadable);
}
