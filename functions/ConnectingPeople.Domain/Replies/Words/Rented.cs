using System.Buffers;

namespace ConnectingPeople.Domain.Replies.Words;

/// <summary>Room to take a text of that length apart, from the shared pool.</summary>
internal readonly ref struct Rented(int length)
{
    public char[] Letters { get; } = ArrayPool<char>.Shared.Rent(length + 1);

    public Token[] Tokens { get; } = ArrayPool<Token>.Shared.Rent(length + 1);

    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(Letters);
        ArrayPool<Token>.Shared.Return(Tokens);
    }
}
