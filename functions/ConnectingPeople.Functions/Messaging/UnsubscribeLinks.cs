using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.Participants;
using ConnectingPeople.Functions.Storage;
using Microsoft.Extensions.Options;

namespace ConnectingPeople.Functions.Messaging;

/// <summary>Links that end a participant's emails. They never expire: a person may act on an old email too.</summary>
public sealed class UnsubscribeLinks(IOptions<PrivacyOptions> privacy, IOptions<SiteOptions> site)
{
    private const int ProofBytes = 10;

    private readonly SignedTokens tokens = new(privacy, "unsubscribe link", ProofBytes);

    /// <summary>The address that ends that participant's emails.</summary>
    public string Make(ParticipantId id) => $"{site.Value.Root}/unsubscribe/{tokens.Make(PackedId.Pack(id))}";

    /// <summary>Reads the token at the end of a link.</summary>
    /// <returns>Null for one that is forged, cut or made for something else.</returns>
    public ParticipantId? Read(string token) => tokens.Read(token) is { Length: PackedId.Bytes } said ? PackedId.Unpack(said) : null;
}
