using ConnectingPeople.Domain.Forms;
using ConnectingPeople.Functions.CheckIns;

namespace ConnectingPeople.Functions.Forms;

/// <summary>Shows a page of a check-in's form. Mail programs open links by themselves to look at them: opening changes nothing.</summary>
public sealed class GetCheckInForm(FormLinks links, FormLimits limits, FormEntry entry, FormPages pages)
{
    [Function(nameof(GetCheckInForm))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "check-in/{token}")] HttpRequest request, string token, CancellationToken cancellation)
    {
        if (limits.Wait(request) is { } wait)
        {
            return pages.Busy(request, wait);
        }

        if (links.Read(token) is not { } address)
        {
            return pages.NotFound();
        }

        if (limits.Wait(address) is { } pause)
        {
            return pages.Busy(request, pause);
        }

        (OpenForm? form, IResult? instead) = await entry.OpenAsync(address, token, cancellation);
        return form is null ? instead! : Show(form, request.Query);
    }

    private IResult Show(OpenForm form, IQueryCollection query)
    {
        if (form.State.Find(query["question"].ToString()) is { } asked)
        {
            return pages.Ask(form, asked, query["from"] == FormRoutes.Check);
        }

        return query["page"].ToString() switch
        {
            FormRoutes.Support => pages.Show<FormSupportPage>(form.Words, new { Form = form }),
            FormRoutes.Start => pages.Show<FormStartPage>(form.Words, new { Form = form }),
            "" when form.CheckIn.Answers.Count == 0 => pages.Show<FormStartPage>(form.Words, new { Form = form }),
            _ => form.State.Next is { } next ? pages.Ask(form, next, fromCheck: false) : pages.Check(form),
        };
    }
}
