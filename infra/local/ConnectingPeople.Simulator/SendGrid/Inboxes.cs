namespace ConnectingPeople.Simulator.SendGrid;

/// <summary>Every email that was accepted, by inbox.</summary>
public sealed class Inboxes(Changes changes)
{
    private readonly Lock gate = new();
    private readonly List<Email> emails = [];

    public IReadOnlyList<Email> All
    {
        get
        {
            lock (gate)
            {
                return [.. emails];
            }
        }
    }

    /// <summary>Those after the first so many.</summary>
    public IReadOnlyList<Email> Since(int seen)
    {
        lock (gate)
        {
            return [.. emails[seen..]];
        }
    }

    public void Add(Email email)
    {
        lock (gate)
        {
            emails.Add(email);
        }

        changes.Tell();
    }

    /// <returns>The email after the change.</returns>
    public Email Change(Email email, Func<Email, Email> change)
    {
        Email after;
        lock (gate)
        {
            int place = emails.FindLastIndex(known => known.MessageId == email.MessageId && known.To == email.To);
            after = change(place < 0 ? email : emails[place]);
            if (place >= 0)
            {
                emails[place] = after;
            }
        }

        changes.Tell();
        return after;
    }

    public IReadOnlyList<Email> At(string address) =>
        [.. All.Where(email => string.Equals(email.To, address, StringComparison.OrdinalIgnoreCase))];

    public Email? Find(string messageId) => All.FirstOrDefault(email => email.MessageId == messageId);
}
