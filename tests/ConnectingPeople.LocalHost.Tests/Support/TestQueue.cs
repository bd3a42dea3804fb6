using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace ConnectingPeople.LocalHost.Tests.Support;

/// <summary>A queue as the app's own client would see it.</summary>
internal sealed class TestQueue(string account, string name)
{
    private readonly QueueClient queue = new(account, name, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
    private readonly QueueClient raw = new(account, name);

    public async Task SendAsync(string text)
    {
        await queue.CreateIfNotExistsAsync();
        await queue.SendMessageAsync(text);
    }

    /// <summary>Sends a text as it stands, without Base64.</summary>
    public async Task SendRawAsync(string text)
    {
        await raw.CreateIfNotExistsAsync();
        await raw.SendMessageAsync(text);
    }

    public async Task<bool> ExistsAsync() => await queue.ExistsAsync();

    /// <summary>How many messages there are, hidden ones too.</summary>
    public async Task<int> CountAsync()
    {
        QueueProperties properties = await queue.GetPropertiesAsync();
        return properties.ApproximateMessagesCount;
    }

    /// <summary>The texts that can be seen, as they stand; none if there is no such queue.</summary>
    public async Task<string[]> PeekRawAsync() =>
        await raw.ExistsAsync() ? [.. (await raw.PeekMessagesAsync(32)).Value.Select(message => message.MessageText)] : [];

    public Task EmptyAsync() => Deadline.UntilAsync(async () => await CountAsync() == 0);
}
