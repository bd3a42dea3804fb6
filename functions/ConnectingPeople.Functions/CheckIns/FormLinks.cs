using System.Buffers.Binary;
using System.Text;
using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.Participants;
using ConnectingPeople.Functions.Storage;
using Microsoft.Extensions.Options;
using NodaTime.Text;

namespace ConnectingPeople.Functions.CheckIns;

/// <summary>
/// Links to the form of one check-in. A token is as short as can be, since it goes in text messages: the participant in four bytes, the
/// check-in's day in two, its schedule, and ten bytes of proof. It is always the same for one check-in.
/// </summary>
public sealed class FormLinks(IOptions<PrivacyOptions> privacy, IOptions<SiteOptions> site, IClock clock)
{
    private const int ProofBytes = 10;
    private const int DayBytes = 2;
    private const int DayLength = 10;

    /// <summary>No check-in is open for so long after its day; its own closing ends a link before.</summary>
    private const int ValidDays = 366;

    private static readonly LocalDate FirstDay = new(2000, 1, 1);

    private readonly SignedTokens tokens = new(privacy, "check-in link", ProofBytes);

    /// <summary>The address of the form.</summary>
    public string Make(ParticipantId id, string checkIn) => $"{site.Value.Root}/check-in/{MakeToken(id, checkIn)}";

    /// <summary>The stored text with the link where one belongs.</summary>
    /// <param name="stored">With <see cref="FormLink.Token"/> for the link, or without.</param>
    /// <param name="id">To whom it goes.</param>
    /// <param name="checkIn">The check-in it is about; null for none.</param>
    public string PutInto(string stored, ParticipantId id, string? checkIn) =>
        checkIn is null || !stored.Contains(FormLink.Token, StringComparison.Ordinal) ? stored : FormLink.PutInto(stored, Make(id, checkIn));

    /// <summary>Reads the token at the end of a link.</summary>
    /// <returns>Null for one that is forged, cut, made for something else, or old.</returns>
    public FormAddress? Read(string token)
    {
        if (tokens.Read(token) is not { Length: > PackedId.Bytes + DayBytes } said)
        {
            return null;
        }

        LocalDate day = FirstDay.PlusDays(BinaryPrimitives.ReadUInt16BigEndian(said.AsSpan(PackedId.Bytes)));
        string schedule = Encoding.UTF8.GetString(said.AsSpan(PackedId.Bytes + DayBytes));
        return clock.GetCurrentInstant().InUtc().Date <= day.PlusDays(ValidDays)
            ? new FormAddress(PackedId.Unpack(said), $"{schedule}-{LocalDatePattern.Iso.Format(day)}")
            : null;
    }

    private string MakeToken(ParticipantId id, string checkIn)
    {
        LocalDate day = LocalDatePattern.Iso.Parse(checkIn[^DayLength..]).Value;
        byte[] days = new byte[DayBytes];
        BinaryPrimitives.WriteUInt16BigEndian(days, (ushort)Period.DaysBetween(FirstDay, day));
        return tokens.Make([.. PackedId.Pack(id), .. days, .. Encoding.UTF8.GetBytes(checkIn[..^(DayLength + 1)])]);
    }
}

/// <summary>Which form a link leads to.</summary>
/// <param name="Participant">Whose.</param>
/// <param name="CheckIn">The check-in's id.</param>
public sealed record FormAddress(ParticipantId Participant, string CheckIn);
