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

    public void Add(Email email)
    {
        lock (gate)
        {
            emails.Add(email);
        }

        changes.Tell();
    }

    public IReadOnlyList<Email> At(string address) =>
        [.. All.Where(email => string.Equals(email.To, address, StringComparison.OrdinalIgnoreCase))];

    public Email? Find(string messageId) => All.FirstOrDefault(email => email.MessageId == messageId);
}
