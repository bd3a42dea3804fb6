using System.Buffers.Binary;
using ConnectingPeople.Domain.Participants;

namespace ConnectingPeople.Functions.Participants;

/// <summary>A participant's id in four bytes, for links that have to be short.</summary>
public static class PackedId
{
    public const int Bytes = 4;

    private const int BitsInCharacter = 5;

    public static byte[] Pack(ParticipantId id)
    {
        uint packed = 0;
        for (int i = ParticipantId.RandomBits / BitsInCharacter - 1; i >= 0; i--)
        {
            int value = ParticipantId.Alphabet.IndexOf(id.Text[ParticipantId.Prefix.Length + i], StringComparison.Ordinal);
            packed = (packed << BitsInCharacter) | (uint)value;
        }

        byte[] bytes = new byte[Bytes];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, packed);
        return bytes;
    }

    /// <summary>The id that was packed into the first four bytes.</summary>
    public static ParticipantId Unpack(ReadOnlySpan<byte> bytes) => ParticipantId.From(BinaryPrimitives.ReadUInt32BigEndian(bytes));
}
