using ConnectingPeople.Functions.Messaging;
using ConnectingPeople.Functions.Storage;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;

namespace ConnectingPeople.Functions.SendGrid;

/// <summary>Registers sending email and taking its events.</summary>
public static class SendGridSetup
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public static IServiceCollection AddSendGrid(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<SendGridOptions>, SendGridOptionsValidator>();
        services.AddOptions<SendGridOptions>().BindConfiguration("SendGrid").ValidateOnStart();
        services.AddSingleton<SendGridSignature>().AddSingleton<EmailHealth>().AddSingleton<EmailEvents>();
        services.AddHttpClient<IEmailMessages, SendGridEmails>().AddResilienceHandler("sendgrid", resilience => resilience.AddTimeout(Patience));
        return services;
    }
}
