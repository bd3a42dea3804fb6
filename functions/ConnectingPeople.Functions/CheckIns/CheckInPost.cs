using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.Messaging;
using ConnectingPeople.Functions.Operations;

namespace ConnectingPeople.Functions.CheckIns;

/// <summary>Writes and sends emails to participants: names and links are put in at the moment of sending and kept nowhere.</summary>
public sealed class CheckInPost(IEmailMessages provider, EmailHtml html, FormLinks forms, UnsubscribeLinks unsubscribing, Study study)
{
    /// <summary>Hands one message over.</summary>
    /// <param name="person">To whom.</param>
    /// <param name="contact">Who they are; null for somebody whose identity was erased.</param>
    /// <param name="message">An email.</param>
    /// <param name="cancellation">Ends the wait, not the email.</param>
    public async Task<SendResult> SendAsync(Participant person, Contact? contact, Outgoing message, CancellationToken cancellation)
    {
        if (contact?.Email is not { } address)
        {
            return new SendResult.Refused("no-address");
        }

        CheckInLetter letter = Write(person, contact, message);
        Dictionary<string, string> about = new() { [EmailEvents.Participant] = person.Id.Text, [EmailEvents.Message] = message.Id };
        if (StudyTrace.Current is { } trace)
        {
            about[EmailEvents.Trace] = trace;
        }

        Dictionary<string, string> headers = new()
        {
            ["List-Unsubscribe"] = $"<{letter.StopLink}>",
            ["List-Unsubscribe-Post"] = $"{Unsubscribe.Field}={Unsubscribe.Value}",
        };
        string rendered = await html.RenderAsync<CheckInEmail>(new() { ["Letter"] = letter });
        return await provider.SendAsync(new Email(address, letter.Subject, letter.Text, rendered, about, headers), cancellation);
    }

    private CheckInLetter Write(Participant person, Contact contact, Outgoing message)
    {
        EmailTexts texts = study.Messages.Email;
        string language = person.Profile.Language;
        string link = forms.Make(person.Id, message.CheckIn);
        string said = FormLink.PutInto(FirstName.PutInto(message.Text, FirstName.Of(contact.Name)), link);
        TextValues none = new("");
        return new CheckInLetter(
            message.Subject!,
            said.Split("\n\n", StringSplitOptions.RemoveEmptyEntries),
            texts.Button.In(language, none),
            link,
            texts.Why.In(language, none),
            texts.Stop.In(language, none),
            unsubscribing.Make(person.Id));
    }
}
