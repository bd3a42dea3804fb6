using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Forms;
using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.CheckIns;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Forms;

/// <summary>
/// Finds what a link leads to: one call to storage for a form that is open, one more where a question names the person, or where
/// the form is closed. A link that isn't ours costs none.
/// </summary>
public sealed class FormEntry(ParticipantStore participants, ContactStore contacts, FormPages pages, Study study, IClock clock)
{
    /// <summary>Opens a form.</summary>
    /// <param name="address">What the link says, which is proven.</param>
    /// <param name="token">The link's end.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The form, or the page to show in its place.</returns>
    public async Task<(OpenForm? Form, IResult? Instead)> OpenAsync(FormAddress address, string token, CancellationToken cancellation)
    {
        if (await participants.LoadAsync(address.Participant, cancellation) is not { } stored)
        {
            return (null, pages.NotFound());
        }

        FormWords words = FormWords.In(stored.Person.Profile.Language);
        Decision atPresent = Closing.CloseExpired(new Decision(stored.Person), clock.GetCurrentInstant());
        if (atPresent.Person.CheckIns.FirstOrDefault(open => open.Id == address.CheckIn) is { } checkIn && study.QuestionnaireOf(checkIn) is not null)
        {
            FormState state = await NameAsync(FormState.Of(atPresent.Person, checkIn, study), address.Participant, cancellation);
            return (new OpenForm(token, stored, state, words), null);
        }

        CheckIn? closed = atPresent.CheckIns.FirstOrDefault(expired => expired.Id == address.CheckIn)
            ?? await participants.CheckInAsync(address.Participant, address.CheckIn, cancellation);
        return (null, Closed(closed, words));
    }

    /// <summary>
    /// Whoever sent everything is told so, and sees none of it again: the link may have been passed on. That it is told only behind a
    /// proven link gives nothing away. All else that is closed looks as if it had never been.
    /// </summary>
    private IResult Closed(CheckIn? checkIn, FormWords words) => checkIn is { Status: CheckInStatus.Completed }
        ? pages.Show<FormDonePage>(words, new { checkIn.Quiet })
        : pages.NotFound();

    private async Task<FormState> NameAsync(FormState state, ParticipantId id, CancellationToken cancellation)
    {
        if (!state.Questions.Any(question => question.Text.Contains(FirstName.Token, StringComparison.Ordinal)))
        {
            return state;
        }

        string name = FirstName.Of((await contacts.GetIfPossibleAsync(id, cancellation))?.Name ?? FirstName.Unreadable);
        return state with { Questions = [.. state.Questions.Select(question => question with { Text = FirstName.PutInto(question.Text, name) })] };
    }
}
