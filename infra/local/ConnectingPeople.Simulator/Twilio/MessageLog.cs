namespace ConnectingPeople.Simulator.Twilio;

/// <summary>Every message of the account, in the order they came.</summary>
public sealed class MessageLog(Changes changes)
{
    private readonly Lock gate = new();
    private readonly List<TwilioMessage> messages = [];
    private readonly Dictionary<string, int> places = [];
    private readonly Dictionary<string, List<int>> threads = [];

    public IReadOnlyList<TwilioMessage> All
    {
        get
        {
            lock (gate)
            {
                return [.. messages];
            }
        }
    }

    public TwilioMessage Add(TwilioMessage message)
    {
        lock (gate)
        {
            places.Add(message.Sid, messages.Count);
            if (!threads.TryGetValue(message.Phone, out List<int>? thread))
            {
                threads[message.Phone] = thread = [];
            }

            thread.Add(messages.Count);
            messages.Add(message);
        }

        changes.Tell();
        return message;
    }

    public TwilioMessage Change(string sid, Func<TwilioMessage, TwilioMessage> change)
    {
        TwilioMessage changed;
        lock (gate)
        {
            int place = places[sid];
            messages[place] = changed = change(messages[place]);
        }

        changes.Tell();
        return changed;
    }

    public TwilioMessage? Find(string sid)
    {
        lock (gate)
        {
            return places.TryGetValue(sid, out int place) ? messages[place] : null;
        }
    }

    /// <summary>What went to and from one phone, oldest first.</summary>
    public IReadOnlyList<TwilioMessage> Thread(string phone)
    {
        lock (gate)
        {
            return threads.TryGetValue(phone, out List<int>? thread) ? [.. thread.Select(place => messages[place])] : [];
        }
    }
}
