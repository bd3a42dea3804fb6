using ConnectingPeople.Domain.Messaging;

namespace ConnectingPeople.Functions.Messaging;

/// <summary>The provider of email.</summary>
public interface IEmailMessages
{
    /// <summary>Hands one email over. Never throws for what a provider or a network may do.</summary>
    /// <param name="email">What to send to whom.</param>
    /// <param name="cancellation">Ends the wait, not the email.</param>
    Task<SendResult> SendAsync(Email email, CancellationToken cancellation);
}
