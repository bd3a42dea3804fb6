using ConnectingPeople.Simulator.Failures;
using ConnectingPeople.Simulator.SendGrid;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ConnectingPeople.Simulator.Page;

/// <summary>What the forms of the inboxes do.</summary>
public sealed class InboxActions(Inboxes inboxes, EmailEvents events, FailurePlan failures)
{
    public void Map(IEndpointRouteBuilder page)
    {
        page.MapPost("/emails/{id}/events", TellAsync);
        page.MapPost("/inboxes/{address}/bouncing", LetBounceAsync);
    }

    private async Task<IResult> TellAsync(HttpRequest request, string id, CancellationToken cancellation)
    {
        string kind = (await request.ReadFormAsync(cancellation))["kind"].ToString();
        if (inboxes.Find(id) is not { } email || !EmailEvents.Told.Any(told => told.Kind == kind))
        {
            return PageActions.Page("There is no such email or event.");
        }

        return PageActions.Page((await events.TellAsync(email, kind, cancellation)).Trouble ?? $"The study knows of the event “{kind}”.");
    }

    private async Task<IResult> LetBounceAsync(HttpRequest request, string address)
    {
        if ((await request.ReadFormAsync())["bounces"] == "true")
        {
            failures.Set(address, Failure.Bounce);
            return PageActions.Page($"Emails to {address} will bounce.");
        }

        failures.Clear(address);
        return PageActions.Page($"Emails to {address} arrive as they should.");
    }
}
